# The commands of this project. Each installs what it needs and is not there, once
# (tools/install says what, in which version, and where to).

PORT ?= 8080
export PATH := $(shell tools/install path):$(PATH)

.PHONY: help serve test build bench check release tools test-engines clean

help:
	@echo 'make serve         builds the page and serves it on http://127.0.0.1:$(PORT)/'
	@echo 'make test          runs every test, in a browser too'
	@echo 'make build         builds the page into dist/, for any server and any path'
	@echo 'make bench         measures, and fails where a budget is exceeded'
	@echo 'make check         format and clippy, without a warning'
	@echo 'make release       a zip of dist/ and the native program, into release/'
	@echo 'make test-engines  the tests in the browser, in Firefox and WebKit'
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

# Everything below the views natively; then, on the page as it is built, what
# needs a browser. To be added with those tests:
#	CHROMEDRIVER=$$(command -v chromedriver) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
#		cargo test --locked --target wasm32-unknown-unknown --lib
#	cargo test --locked --features e2e --test e2e
test:
	@tools/install test
	cargo test --locked
	$(MAKE) build

# To be added with the end-to-end tests, on the page as it is built:
#	GROUNDSWELL_ENGINE=firefox cargo test --locked --features e2e --test e2e
#	GROUNDSWELL_ENGINE=webkit xvfb-run cargo test --locked --features e2e --test e2e
test-engines:
	@tools/install engines
	$(MAKE) build

bench:
	@tools/install test
	$(MAKE) build
	cargo bench --locked --bench pipeline
	tools/peers
	cargo bench --locked --bench wire

check:
	@tools/install check
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --lib --bin app -- -D warnings

release:
	@tools/install release
	$(MAKE) build
	tools/release

tools:
	@tools/install build

clean:
	cargo clean
	rm -rf dist release
