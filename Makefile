# Vigie. Each target is one command of the CLI, of pytest or of a checker.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VIGIE := .venv/bin/python -m vigie
BENCH := .venv/bin/python -m evaluation.bench
READY := .venv/.ready

help: ## Afficher cette aide
	@echo "Vigie : qui fait quoi, aux États-Unis, contre la traite des êtres humains."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Installer l’environnement (les autres cibles le font d’elles-mêmes)

$(READY): uv.lock pyproject.toml scripts/setup
	@scripts/setup
	@touch $@

train: $(READY) ## Vérifier les connaissances et entraîner le modèle, s’il ne convient plus
	@$(VIGIE) train

serve: train ## Servir l’assistant sur http://127.0.0.1:5005 (HOST et PORT pour changer)
	@scripts/web || echo "Vigie est servie quand même : la page montre la ligne d’aide."
	@exec $(VIGIE) serve

bridge: $(READY) ## Lancer la passerelle des salons Matrix chiffrés (docs/canaux/matrix.md)
	@scripts/side-env bridge .venv-matrix-e2e
	@exec $(VIGIE) channels bridge

cluster: train ## Servir deux répliques derrière nginx, avec Redis, sur http://127.0.0.1:8080
	@scripts/packages redis-server nginx
	@scripts/web || echo "Vigie est servie quand même : la page montre la ligne d’aide."
	@exec .venv/bin/python -m deploy.local

chat: train ## Converser dans le terminal
	@$(VIGIE) chat

check: $(READY) ## Vérifier les connaissances et les données d’entraînement
	@$(VIGIE) check

eval: train ## Jouer les cas d’évaluation
	@$(VIGIE) eval $(ARGS)

test: train ## Passer tous les tests (ARGS pour les options de pytest)
	@scripts/packages chromium fonts-open-sans fonts-urw-base35 kannel redis-server nginx promtool docker-compose systemd php-cli espeak-ng
	@scripts/web || true  # the tests that need it say so, and fail for it where CI is set
	@scripts/side-env tests/channels/matrix_env .venv-matrix
	@scripts/side-env tests/channels/clients_env .venv-clients
	@scripts/side-env bridge .venv-matrix-e2e
	@scripts/side-env tests/deploy/tools_env .venv-deploy
	@scripts/test $(ARGS)

test-fast: $(READY) ## Passer les tests qui ne demandent ni modèle, ni serveur, ni navigateur
	@.venv/bin/python -m pytest -q -n auto --maxprocesses 4 -m fast $(ARGS)

audit: $(READY) ## Chercher les failles connues de ce que uv.lock fixe (demande le réseau)
	@scripts/audit $(ARGS)

screenshots: train ## Refaire les images de web/screenshots et de docs/images (à regarder ensuite)
	@scripts/packages chromium fonts-open-sans fonts-urw-base35
	@scripts/web
	@VIGIE_SCREENSHOTS=1 .venv/bin/python -m pytest -q tests/web/test_screenshots.py tests/web/test_conversation_pictures.py

encoder: $(READY) ## Réapprendre l’encodeur (vingt minutes) ; ARGS=calls : les appels (dix), after : ce qui se dit après l’aide (deux), who : qui appelle (une), beyond : ce qu’une affirmation dit de plus que le document (quatre), tags : où couper (vingt), writer : écrire les requêtes (deux heures), writer-further : en reprenant ce qui est appris, writer-news : surtout ce qui a été écrit depuis
	@.venv/bin/python -W ignore -m evaluation.encoder $(ARGS)

bench: train ## Mesurer vitesse et mémoire, face au robot de rasa init et au plancher
	@$(BENCH) compare $(ARGS)

capacity: train ## Mesurer ce que coûte un tour, et refaire docs/capacity.md
	@scripts/packages redis-server nginx
	@.venv/bin/python -m evaluation.bench.capacity_page measure

bench-growth: train ## Mesurer ce que coûtent 10 à 10 000 organismes de plus
	@$(BENCH) growth $(ARGS)

bench-soak: train ## Tenir 50 000 conversations sur un processus
	@$(BENCH) soak $(ARGS)

bench-attack: train ## Mesurer ce qu’attendent les autres pendant qu’on attaque le serveur
	@$(BENCH) attack $(ARGS)

bench-cluster: train ## Mesurer deux répliques face à une, une panne et un redémarrage
	@scripts/packages redis-server nginx wrk
	@.venv/bin/python -m evaluation.bench.cluster measure $(ARGS)

bench-cluster-soak: train ## Tenir 30 minutes à deux répliques (ARGS="--minutes 5" pour moins)
	@scripts/packages redis-server nginx
	@.venv/bin/python -m evaluation.bench.cluster soak $(ARGS)

lint: $(READY) ## Vérifier le style, les types, le code mort et les dépendances
	@.venv/bin/python -m ruff check .
	@.venv/bin/python -m mypy
	@cd bridge && ../.venv/bin/python -m mypy .
	@.venv/bin/python -m vulture
	@.venv/bin/deptry .
	@scripts/web lint

format: $(READY) ## Mettre le code en forme
	@.venv/bin/python -m ruff check --fix-only --quiet .
	@.venv/bin/python -m ruff format .

clean: ## Retirer ce que le projet a fabriqué (modèles, caches), sauf .venv
	@rm -rf models .rasa results .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist web/dist
	@find . -name __pycache__ -type d -not -path './.venv/*' -not -path './.uv/*' -prune -exec rm -rf {} +

.PHONY: help setup train serve bridge chat check eval encoder test test-fast screenshots audit capacity \
	bench bench-attack bench-growth bench-soak bench-cluster bench-cluster-soak cluster lint format clean
