# 城运. `make run` and `make test` need Python 3.11, git and make; everything else they fetch themselves.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DIST := src/chengyun/web/dist/index.html
FRONT_SOURCES := $(shell find web/apps web/packages -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null) web/package.json web/package-lock.json

.PHONY: run test bench lint format front api mini lock wheel clean help

help: ## Show what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

run: $(VENV)/.ready $(DIST) ## Set everything up and start the demo district on http://127.0.0.1:8000
	@$(BIN)/chengyun up --demo

# The pages are built beside the first checks (tools/check.py).
test: $(VENV)/.ready web/node_modules/.ready ## Set everything up and run every check
	@$(BIN)/python tools/check.py $(CHECKS)

bench: $(VENV)/.ready ## Measure speed and size (ARGS="--cases 1000000 --json")
	@$(BIN)/python -m benchmarks $(ARGS)

lint: $(VENV)/.ready ## Style, types and import contracts only
	@$(BIN)/python tools/check.py lint types imports

format: $(VENV)/.ready ## Format the Python code
	@$(BIN)/ruff check --fix -q . ; $(BIN)/ruff format -q .

front: $(DIST) ## Build the pages

api: $(VENV)/.ready .tools/node ## Generate the typed client from the OpenAPI document
	@$(BIN)/chengyun openapi > web/packages/api/openapi.json && cd web && PATH="$(CURDIR)/.tools/bin:$$PATH" npm run -s api

mini: web/mini/node_modules/.ready ## Build and check the residents' mini-program (its own tool chain; VITE_SERVER names the server)
	@cd web/mini && PATH="$(CURDIR)/.tools/bin:$$PATH" && export PATH && npm run -s build && npm run -s test

wheel: $(VENV)/.ready $(DIST) ## Build a wheel that contains the pages
	@$(BIN)/python tools/wheel.py

# Each step leaves a mark that it is done: a second run starts in a moment. The two languages are fetched side by side.
MAKEFLAGS += -j2

$(VENV)/.made: tools/environment.py
	@$(PYTHON) tools/environment.py $(VENV) make
	@touch $@

$(VENV)/.ready: $(VENV)/.made requirements/dev.txt pyproject.toml
	@$(PYTHON) tools/environment.py $(VENV) fill
	@touch $@

.tools/node: $(VENV)/.made tools/node.py requirements/node.txt
	@$(BIN)/python tools/node.py
	@touch $@

web/node_modules/.ready: web/package-lock.json .tools/node
	@echo "安装前端依赖…"
	@cd web && PATH="$(CURDIR)/.tools/bin:$$PATH" npm ci --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@

# Not `npm ci`: it misses the parts for other machines, which npm leaves out of this lock file.
web/mini/node_modules/.ready: web/mini/package-lock.json .tools/node
	@echo "安装小程序工具链…"
	@cd web/mini && PATH="$(CURDIR)/.tools/bin:$$PATH" npm install --legacy-peer-deps --ignore-scripts --no-save --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@

$(DIST): web/node_modules/.ready $(FRONT_SOURCES)
	@echo "构建页面…"
	@cd web && PATH="$(CURDIR)/.tools/bin:$$PATH" npm run -s build
	@touch $@

lock: ## Renew the lock files (needs uv)
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 --custom-compile-command "make lock" pyproject.toml -o requirements/runtime.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 --custom-compile-command "make lock" pyproject.toml --group dev -c requirements/runtime.txt -o requirements/dev.txt

clean: ## Remove what was built; the data in var/ stays
	rm -rf $(VENV) .tools web/node_modules web/mini/node_modules web/mini/dist src/chengyun/web/dist artifacts dist
