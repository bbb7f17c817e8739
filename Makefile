# SPDX-License-Identifier: EUPL-1.2
# I comandi del progetto: «make help» li elenca. Li esegue newsletter.py, che prepara l'ambiente Python: senza make si scrive
# «python newsletter.py» al posto di «make». Va bene GNU make dalla versione 3.81 (quella di macOS).
# Si cambiano da riga di comando: PYTHON, VERSIONS (locked, newest, lowest), JOBS, PORT, SPHINXOPTS, PYTESTOPTS, BENCHOPTS,
# LOCKOPTS.

# Ciò che si scrive qui è testo, mai programma: né make né la shell vi cercano «$», e un titolo o un ramo può contenere di tutto.
GIVEN := AGAIN BASE CHECK COUNTRY DATE DIR EVENT FILE FORMAT FROM INTO ISSUE JOBS LANGUAGE LIST PEOPLE PLACE PORT TITLE TO VERSIONS YEAR
$(foreach each,$(GIVEN) PYTHON PYTHONPATH,$(eval override $(each) := $$(value $(each))))
export $(GIVEN) PYTHON PYTHONPATH
export NEWSLETTER_PROGRAM := make

OPTIONS = $(if $(SPHINXOPTS),-- $(SPHINXOPTS))
test test-all: OPTIONS = -- $(PYTESTOPTS)
bench: OPTIONS = -- $(BENCHOPTS)
# LOCKOPTS= (vuoto) lascia com'è ciò che requirements*.lock già contengono, e aggiunge soltanto ciò che manca.
LOCKOPTS ?= --upgrade
lock: OPTIONS = -- $(LOCKOPTS)

# PYTHON, se non è dato, è il primo che c'è; se è vecchio, scripts/environment.py ne cerca un altro.
RUN = python="$${PYTHON:-$$(command -v python3 || command -v python3.13 || command -v python3.12 || echo python)}"; \
  command -v "$$python" >/dev/null || { echo "Serve Python 3.11 o più recente. Se c'è con un altro nome: make PYTHON=/percorso/di/python3" >&2; exit 1; }; \
  exec "$$python" newsletter.py

.DEFAULT_GOAL := all
.NOTPARALLEL:
Makefile: ;
# «exec» perché chi ferma make fermi anche il comando.
%: FORCE
	@$(RUN) '$(subst ','\'',$@)' $(foreach each,$(GIVEN),"$(each)=$$$(each)") $(OPTIONS)
FORCE: ;
