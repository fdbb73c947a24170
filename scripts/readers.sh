#!/bin/sh
# Makes sure that the commands are there which read scans and Office files: installs Debian's where that is permitted, else names the command.
set -eu
packages=""
if ! command -v tesseract >/dev/null 2>&1 || ! tesseract --list-langs 2>/dev/null | grep -qx vie; then
    packages="tesseract-ocr tesseract-ocr-vie"
fi
command -v soffice >/dev/null 2>&1 || packages="$packages libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation"
[ -n "$packages" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing what reads scans and Office files: $packages ..." >&2
    # shellcheck disable=SC2086 # several packages
    if apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages >/dev/null; then
        exit 0
    fi
fi
echo "Scans and Office files cannot be read until this is installed: sudo apt-get install -y --no-install-recommends $packages" >&2
