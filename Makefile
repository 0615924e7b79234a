# The commands of this project. Each installs what it needs and is not there, once
# (tools/install says what, in which version, and where to).

PORT ?= 8080
# The address at which the site will be, for what needs it: make build BASE_URL=…
ifdef BASE_URL
export GROUNDSWELL_BASE_URL := $(BASE_URL)
endif
export PATH := $(shell tools/install path):$(PATH)

.PHONY: help serve test build bench check release tools test-engines test-hosts test-heavy clean

help:
	@echo 'make serve         builds the page and serves it on http://127.0.0.1:$(PORT)/'
	@echo 'make test          runs every test, in a browser too'
	@echo 'make build         builds the page into dist/, for any server and any path'
	@echo 'make bench         measures, and fails where a budget is exceeded'
	@echo 'make check         format and clippy, without a warning'
	@echo 'make release       a zip of dist/ and the native program, into release/'
	@echo 'make test-engines  the tests in the browser, in Firefox and WebKit'
	@echo 'make test-hosts    the figures in a real WordPress, which it installs'
	@echo 'make test-heavy    files of gigabytes, archives without end: what they cost'
	@echo 'make tools         only installs what make build and make serve need'
	@echo 'make clean         removes what was built (not the tools)'

# Rebuilds when a source changes; the page is then to be loaded anew. The bytes
# served are those that `make build` leaves in dist/.
serve:
	@tools/install build
	tools/trunk serve --port $(PORT)

build:
	@tools/install build
	tools/trunk build

# What the tests in a browser need to know.
IN_BROWSER := GROUNDSWELL_AXE=$(shell tools/install axe)
E2E := cargo test --locked --features e2e --test e2e

# Everything below the views natively, and for some seconds each, bytes that nobody
# would write to every reader of files; the browser's floor, and that both kinds
# of program draw the same bytes, in WebAssembly in Chromium; then the stories of
# tests/e2e/, on the page as it is built, once.
test:
	@tools/install test
	cargo test --locked
	tools/fuzz
	CHROMEDRIVER=$$(command -v chromedriver) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		cargo test --locked --target wasm32-unknown-unknown --test browser_floor --test same_bytes
	$(MAKE) build
	$(IN_BROWSER) $(E2E)

# The same stories in other engines, except those that need Chromium's DevTools
# protocol. Each engine is told them, whatever the other made of them.
test-engines:
	@tools/install engines
	$(MAKE) build
	failed=0; \
	$(IN_BROWSER) GROUNDSWELL_ENGINE=firefox $(E2E) || failed=1; \
	$(IN_BROWSER) GROUNDSWELL_ENGINE=webkit xvfb-run --auto-servernum $(E2E) || failed=1; \
	exit $$failed

# What an author without special rights does in a real WordPress, and what readers
# see. Not of the quick tests: it installs a database and PHP. Nothing of it runs on.
test-hosts:
	@tools/install hosts
	$(MAKE) build
	cargo test --locked --features e2e --test hosts

# Files that want more than there is, made as they are read. Not of the quick tests:
# they take minutes and some gigabytes of memory.
test-heavy:
	@tools/install check
	cargo test --locked --profile native --test heavy -- --ignored --nocapture --test-threads=1

bench:
	@tools/install test
	$(MAKE) build
	cargo bench --locked --bench pipeline
	cargo bench --locked --bench exports
	cargo bench --locked --features e2e --bench choice
	cargo bench --locked --features e2e --bench embeds
	tools/peers
	cargo bench --locked --features e2e --bench import
	cargo bench --locked --bench wire

check:
	@tools/install check
	cargo fmt --check
	cargo fmt --manifest-path fuzz/Cargo.toml --check
	cargo clippy --locked --all-targets --features e2e -- -D warnings
	cargo clippy --locked --manifest-path fuzz/Cargo.toml --target-dir target -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --lib --bin app --bin figures --bin sharing --bin reading --test browser_floor --test same_bytes -- -D warnings

release:
	@tools/install release
	$(MAKE) build
	tools/release

tools:
	@tools/install build

clean:
	cargo clean
	rm -rf dist release
