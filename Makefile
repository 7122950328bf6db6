# What a person runs. The scripts under tools/ do the work; tools/env.sh says where they find theirs.
SHELL := /usr/bin/env bash
.DEFAULT_GOAL := help
.PHONY: help setup serve build test bench pictures ddn package clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

serve: ## sets up, builds and serves the page on this machine (PORT=8080)
	@tools/setup.sh build && tools/build.sh && . tools/env.sh && exec node tools/serve.mjs dist "$${PORT:-8080}"

build: ## leaves the finished site in dist/
	@tools/setup.sh build && tools/build.sh

test: ## sets up, builds and checks everything
	@tools/test.sh

pictures: ## leaves a picture of every state in three widths in target/tmp/pictures/
	@tools/setup.sh test && tools/build.sh && . tools/env.sh && \
	  EVERY_WIDTH=1 cargo test --quiet --features browser-tests --test browser && echo "pictures: target/tmp/pictures/"

bench: ## prints how long things take and how much they weigh
	@tools/setup.sh && tools/bench.sh

ddn: ## leaves the native command at target/release/ddn
	@tools/setup.sh build && . tools/env.sh && cargo build --release --bin ddn

setup: ## installs all that building and testing need
	@tools/setup.sh

package: ## leaves in target/package/ what others take the product as: for npm, for an office, and what is in it
	@tools/setup.sh build && tools/build.sh && . tools/env.sh && node tools/package.mjs dist target/package

clean: ## removes what was built here, not the installed tools
	rm -rf target dist
