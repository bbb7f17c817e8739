# SPDX-License-Identifier: EUPL-1.2
"""Issues of the fictional town of Borgoluce: a plain archive, and one that tries to break the press."""

from __future__ import annotations

import io

from PIL import Image

PLAIN = {
    "2025-12": """
        # Dicembre 2025

        ## Delegazioni ricevute

        :::{delegation} Visita di Lumenville
        :date: 12 dicembre
        :place: Borgoluce
        :country: Francia
        :people: Bruno Prova (Sindaco di Lumenville)
        :hosts: Ada Esempio (Sindaca)

        Una visita di un giorno.
        :::
        """,
    "2026-05": """
        # Maggio 2026

        ## Appuntamenti

        :::{event} Festival delle lanterne
        :date: 9-10 maggio
        :place: Borgoluce
        :topics: cultura
        :url: https://borgoluce.example/lanterne?a=1&b=2

        Programma sul [sito del festival](https://borgoluce.example/programma).
        Prima ci fu la {record}`visita di dicembre <2025-12-visita-di-lumenville>`.
        :::

        ## Missioni

        :::{mission} Ghiacciai a confronto
        :date: 12 aprile
        :place: Lumenville
        :country: Francia, Giappone
        :people: Ada Esempio (Sindaca)
        :topics: clima
        :lang: en

        Two days of talks.
        :::
        """,
}

HOSTILE = r"""
    # Numero *speciale* `#set` "virgolette" \ $x$ @nota <l> //fine

    Testo // dopo le barre, /* commento */ #let x = 1, `raw #x`, **grassetto**, *corsivo*, e[unione](https://borgoluce.example/u)mezza.
    Nota[^1], ancora[^1] e[^due]. Parolalunghissimasenzaspaziechenonfinisceproprio0123456789abcdefghijklmnopqrstuvwxyz!

    [^1]: Testo *della* nota con [collegamento](https://borgoluce.example).
    [^due]: Seconda.

        Con paragrafo.

    ## Appuntamenti

    ::::::{event} Prova con [link](https://borgoluce.example/x) e `codice` "]}#
    :date: 13 maggio
    :place: Borgoluce #1 "x" \y; Città
    :people: Ada Esempio (Sindaca); Łukasz Öß (Ospite)
    :topics: cultura, clima
    :country: Giappone
    :url: https://borgoluce.example/lungo/percorso?con=parametri&e=altri

    ### Titolo nel corpo

    - uno
    - due
      1. primo
      2. secondo

         paragrafo

    > Citazione
    >
    > > annidata

    | Colonna A | Colonna B | C |
    |---|:-:|--:|
    | 1 | centrata | tre quattro |
    | `x` | [voce](https://borgoluce.example) | ultima |

    ```python
    def saluto(nome):
        return "ciao" + nome  # un commento lungo che supera di certo la larghezza della pagina e che continua ancora
    ```

    Termine
    : Definizione uno
    : due

    ![Alternativa](rosso.png)

    testo ![Alternativa breve](rosso.png) in riga

    :::{figure} rosso.png
    :alt: Figura di prova
    Didascalia *bella*
    :::

    ***

    Riga con \
    a capo. Ελλάδα Україна Việt Nam.

    :::{note}
    Una nota.
    :::

    ::::{grid} 2
    :::{grid-item-card} Carta prima
    Corpo della prima
    :::
    :::{grid-item-card} Carta seconda
    Corpo della seconda
    :::
    ::::

    ::::{tab-set}
    :::{tab-item} Scheda
    Contenuto della scheda
    :::
    :::{tab-item} Altra
    Altro contenuto
    :::
    ::::

    :::{dropdown} Aprimi
    Dentro
    :::
    ::::::

    :::{event} Annullato
    :date: 20 maggio
    :status: cancelled

    Testo annullato.
    :::

    :::{event} Rotto
    :date: 99 maggio

    Testo rotto.
    :::

    ## Elenchi

    ```{records}
    :layout: table
    ```

    ```{records}
    :layout: cards
    ```

    ```{records}
    :group-by: country
    ```
    """


def picture(mode: str = "RGB", size: tuple[int, int] = (60, 40), kind: str = "PNG", **how: object) -> bytes:
    """Return a plain picture."""
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, kind, **how)
    return buffer.getvalue()
