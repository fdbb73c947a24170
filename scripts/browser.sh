#!/bin/sh
# Makes sure that a Chromium is there for the browser tests: installs Debian's where that is permitted, else names the command.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests ..." >&2
    apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium fonts-noto-core fonts-dejavu-core fonts-liberation >/dev/null
else
    echo "The browser tests need Chromium; install it with: sudo apt-get install -y chromium fonts-noto-core fonts-dejavu-core fonts-liberation" >&2
    exit 1
fi
