# Everything a developer runs.
# Each target sets up what it needs and no more; what a machine already has is left alone.

PYTHON ?= python3
BIN := .venv/bin
GATEWAY := build/gateway
GATEWAY_LOCK := tests/server/models/gateway/requirements.lock
EXAMPLE ?= average
# What is packed bears the time of the last commit, so that packing again gives the same bytes.
export SOURCE_DATE_EPOCH := $(or $(SOURCE_DATE_EPOCH),$(shell git log -1 --format=%ct 2>/dev/null || echo 1577836800))

.DEFAULT_GOAL := help
.PHONY: build/wheelhouse gateway help demo code test test-python test-extension test-vscode test-oldest check check-all audit reproduce sbom bench bench-localize budget package docs words lock system host host-oldest host-theia host-neovim clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | column -ts '	' 2>/dev/null || true

demo: $(BIN)/.ready ## Set up what is missing and run the dialogue on an example (EXAMPLE=average) in the terminal
	@mkdir -p build/demo && cp examples/$(EXAMPLE)/*.py build/demo/
	@if [ -t 0 ] && [ -t 1 ]; then set --; else set -- --answers examples/$(EXAMPLE)/answers.txt; fi; \
		$(BIN)/gadfly ask build/demo/$(EXAMPLE).py "$$@" || [ $$? -eq 1 ]  # 1: a test still disagrees

code: host package ## Open a real VS Code with Gadfly on an example, in this machine's browser
	node tests/e2e/vscode/code.mjs $(EXAMPLE)

test: test-python test-extension test-vscode ## Set up what is missing and run every test

test-python: $(BIN)/.ready build/ralph/.ready $(GATEWAY)/.ready | system
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(PYTEST_FLAGS)

test-extension: node_modules/.ready
	npm run --silent test

test-vscode: package host build/wheelhouse | system
	node --test tests/e2e/vscode/*.test.mjs

# The oldest versions that pyproject.toml allows.
build/oldest/.ready: pyproject.toml
	@$(PYTHON) -m pip install --quiet uv
	@mkdir -p build/oldest
	uv pip compile --quiet --no-annotate --no-header --generate-hashes --resolution lowest-direct --python $(PYTHON) --group test pyproject.toml \
		--output-file build/oldest/requirements.txt
	uv venv --quiet --clear --python $(PYTHON) build/oldest/venv
	uv pip install --quiet --python build/oldest/venv/bin/python --require-hashes -r build/oldest/requirements.txt
	printf '%s\n' $(CURDIR)/server $(CURDIR)/analyzers > "$$(build/oldest/venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/gadfly.pth"
	@touch $@

OLDEST ?= tests/server/lsp tests/server/test_cli.py tests/server/test_sessions.py tests/server/tutor tests/analyzers/execution/test_runner.py tests/e2e/test_lsp_story.py
test-oldest: build/oldest/.ready ## Run a part of the tests (OLDEST) with the oldest dependencies that are allowed
	build/oldest/venv/bin/python -m pytest -q -n 2 --dist loadgroup $(OLDEST)

check: $(BIN)/.ready node_modules/.ready ## Check formatting, lint, types and the architecture's contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/mypy tests
	$(BIN)/lint-imports
	npm run --silent check
	@$(BIN)/python .ci/audit.py

check-all: $(BIN)/.ready package host host-oldest host-theia host-neovim build/wheelhouse | system ## Run the tests with every Python and editor that is here, and the oldest packages (ROWS="server-on-3.12 emacs": these)
	$(BIN)/python .ci/matrix.py $(ROWS)

audit: $(BIN)/.ready ## Ask the registries for known holes in our dependencies, and fail if there are any
	$(BIN)/python .ci/audit.py --strict

bench: $(BIN)/.ready ## Measure everything, and write BENCHMARKS.md (QUICK=1: in one hour instead of five and a half)
	$(BIN)/python benchmarks/report.py $(if $(QUICK),--quick)

budget: $(BIN)/.ready ## Fail if Gadfly got slow or big against its floors (UPDATE=1: commit to what it takes now, ONLY=part of a name)
	$(BIN)/python benchmarks/budget.py $(if $(UPDATE),--write) $(if $(ONLY),--only "$(ONLY)")

bench-localize: $(BIN)/.ready ## Measure how faults are found (DATA=folder, LIMIT=programs a set), and write that part of BENCHMARKS.md
	$(BIN)/python benchmarks/report.py localization $(if $(or $(LIMIT),$(GADFLY_BENCH_QUICK)),,--limit 0) $(if $(LIMIT),--limit $(LIMIT)) $(if $(DATA),--data "$(DATA)") $(BENCH_FLAGS)

package: $(BIN)/.ready node_modules/.ready ## Build the wheel and the VS Code extension into build/
	rm -rf build/wheel && $(BIN)/python -m hatchling build --target wheel --directory build/wheel
	npm run --silent package
	$(BIN)/python .ci/level.py build/gadfly.vsix
	@$(MAKE) --no-print-directory sbom

sbom: build/runtime/.ready node_modules/.ready ## Write down what the packages are made of (CycloneDX) into build/sbom/
	@mkdir -p build/sbom
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-format JSON \
		--output-file build/sbom/gadfly-server.cdx.json build/runtime/bin/python 2>/dev/null
	npm sbom --sbom-format cyclonedx --sbom-type application --package-lock-only > build/sbom/gadfly-extension.cdx.json

# What a user of the wheel gets, and nothing else.
build/runtime/.ready: requirements.lock pyproject.toml | $(BIN)/.ready
	@test -x build/runtime/bin/python || $(PYTHON) -m venv --without-pip build/runtime || $(BIN)/python -m virtualenv --quiet --no-pip build/runtime
	@sed -n 's/^\([a-z].*==[^\\]*\).*/\1/p' requirements.lock > build/runtime/constraints.txt
	@$(BIN)/python -c "import tomli; print(*tomli.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > build/runtime/requirements.txt
	@$(BIN)/python -m pip --python build/runtime/bin/python install --quiet --constraint build/runtime/constraints.txt -r build/runtime/requirements.txt
	@touch $@

reproduce: package ## Build the wheel and the extension once more, elsewhere, and compare the bytes
	.ci/reproduce

docs: $(BIN)/.ready ## Write the pages that are made from the sources
	$(BIN)/python -m gadfly_analyzers.misconceptions docs/misconceptions.md
	$(BIN)/python -m gadfly_analyzers.pages docs/patterns.md
	$(BIN)/python -m gadfly_server.grading.schema docs/transcript.schema.json
	$(BIN)/python -m gadfly_server.classroom docs/gadfly.schema.json docs/classroom-keys.md

WORDS := server/gadfly_server/locale
SAID := --keyword say --keyword later --keyword phrase --keyword say_count:1,2 --keyword family:3
words: $(BIN)/.ready ## Collect what a student reads, bring its translations up to date, and compile them
	$(BIN)/pybabel --quiet extract --mapping babel.toml --no-default-keywords $(SAID) --no-location --sort-output --omit-header --no-wrap \
		--output-file $(WORDS)/gadfly.pot server/gadfly_server analyzers/gadfly_analyzers/symptoms \
		analyzers/gadfly_analyzers/misconceptions/catalogue analyzers/gadfly_analyzers/plans/catalogue
	$(BIN)/pybabel --quiet update --domain gadfly --input-file $(WORDS)/gadfly.pot --output-dir $(WORDS) \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap
	$(BIN)/pybabel --quiet compile --domain gadfly --directory $(WORDS)

lock: ## Bring requirements.lock up to pyproject.toml (UPGRADE=1: the newest of all)
	$(PYTHON) -m pip install --quiet uv
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-annotate --no-header \
		--group dev $(if $(UPGRADE),--upgrade) pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-annotate --no-header \
		$(if $(UPGRADE),--upgrade) tests/e2e/ralph/requirements.in --output-file tests/e2e/ralph/requirements.lock
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-annotate --no-header \
		$(if $(UPGRADE),--upgrade) $(GATEWAY_LOCK:.lock=.in) --output-file $(GATEWAY_LOCK)
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-annotate --no-header \
		tests/e2e/neovim/requirements.in --output-file tests/e2e/neovim/requirements.lock

$(BIN)/.ready: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { $(PYTHON) -m pip install --quiet virtualenv && $(PYTHON) -m virtualenv --quiet .venv; }
	@echo "Installing Gadfly's Python packages …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

# A real learning record store, for the tests alone.
build/ralph/.ready: tests/e2e/ralph/requirements.lock
	@test -x build/ralph/bin/python || $(PYTHON) -m venv build/ralph || { $(PYTHON) -m pip install --quiet virtualenv && $(PYTHON) -m virtualenv --quiet build/ralph; }
	@build/ralph/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

node_modules/.ready: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

build/wheelhouse: package requirements.lock
	@rm -rf $@ && mkdir -p $@
	@sed -n 's/^\([a-z].*==[^\\]*\).*/\1/p' requirements.lock > build/constraints.txt
	$(BIN)/python -m pip download --quiet --only-binary :all: --constraint build/constraints.txt --dest $@ "$$(echo build/wheel/*.whl)[models]"

system: ## Install the browser, the editors and the sandbox that the tests drive (Debian packages)
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium; }
	@command -v bwrap >/dev/null || { apt-get update -qq && apt-get install -y -qq bubblewrap; }
	@command -v nvim >/dev/null || { apt-get update -qq && apt-get install -y -qq neovim; }
	@command -v emacs >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends emacs-nox; }
	@emacs --batch --load package --funcall package-initialize --eval "(require 'eglot)" 2>/dev/null || apt-get install -y -qq elpa-eglot

gateway: $(GATEWAY)/.ready ## Install the model gateway that the tests drive

$(GATEWAY)/.ready: $(GATEWAY_LOCK)
	@test -x $(GATEWAY)/bin/python || $(PYTHON) -m venv $(GATEWAY) || { $(PYTHON) -m pip install --quiet virtualenv && $(PYTHON) -m virtualenv --quiet $(GATEWAY); }
	@echo "Installing the model gateway that the tests drive …"
	@$(GATEWAY)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

host: ## Install the VS Code that the tests drive
	node tests/e2e/vscode/host/install.mjs

host-oldest: ## Install the oldest VS Code that the extension works in
	node tests/e2e/vscode/host/install.mjs oldest

host-theia: ## Install Theia, another editor that runs the extension
	node tests/e2e/vscode/host/install.mjs theia

host-neovim: build/neovim/.ready ## Install a newer Neovim than Debian has

build/neovim/.ready: tests/e2e/neovim/requirements.lock
	@test -x build/neovim/bin/python || $(PYTHON) -m venv build/neovim || { $(PYTHON) -m pip install --quiet virtualenv && $(PYTHON) -m virtualenv --quiet build/neovim; }
	@build/neovim/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

clean: ## Remove what was made
	rm -rf build .venv node_modules .mypy_cache .pytest_cache .ruff_cache
