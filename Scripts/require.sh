#!/bin/sh
# Installs what building or testing needs and this machine lacks; asks nothing of the network where all is there.
#   Scripts/require.sh build    a Swift toolchain, Graphviz's and zlib's headers, a font
#   Scripts/require.sh test     the same, and python3 with venv, and objgraph in a virtual environment
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-build}

say() { printf '%s\n' "$*" >&2; }

if ! command -v swift >/dev/null 2>&1; then
  say 'No Swift toolchain was found on PATH.'
  say 'Get Swift 6.2 or newer at https://www.swift.org/install/ and try again.'
  exit 69
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
major=${version%%.*}
minor=${version#*.}
if [ "${major:-0}" -lt 6 ] || { [ "$major" -eq 6 ] && [ "${minor:-0}" -lt 2 ]; }; then
  say "Swift ${version:-of an unknown version} is on PATH, and 6.2 or newer is needed."
  say 'Get it at https://www.swift.org/install/ and try again.'
  exit 69
fi

# What is missing, under the names of this system's packages.
missing=''
need() { missing="$missing $1"; }
if command -v apt-get >/dev/null 2>&1; then manager=apt
elif command -v brew >/dev/null 2>&1; then manager=brew
else manager=none
fi
name() {  # the package that brings something: name THING
  case $manager:$1 in
    apt:graphviz) echo libgraphviz-dev ;;
    apt:zlib) echo zlib1g-dev ;;
    apt:font) echo fonts-dejavu-core ;;
    apt:venv) echo python3-venv ;;
    apt:python3) echo 'python3 python3-venv' ;;
    brew:venv) echo python3 ;;
    brew:font) echo '' ;;
    *) echo "$1" ;;
  esac
}

has_library() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; }
command -v pkg-config >/dev/null 2>&1 || need "$(name pkg-config)"
{ has_library libgvc && has_library libcgraph; } || need "$(name graphviz)"
has_library zlib || need "$(name zlib)"
if [ "$manager" = apt ]; then
  # The list is looked at as a whole: a pipe that ends early would fail where there are many fonts.
  if ! command -v fc-list >/dev/null 2>&1; then need 'fontconfig'; need "$(name font)"
  elif [ -z "$(fc-list)" ]; then need "$(name font)"
  fi
fi
if [ "$purpose" = test ]; then
  if ! command -v python3 >/dev/null 2>&1; then need "$(name python3)"
  elif ! python3 -c 'import ensurepip, venv' >/dev/null 2>&1; then need "$(name venv)"
  fi
fi

if [ -n "$missing" ]; then
  say "Missing:$missing"
  case $manager in
    apt)
      as_root=''
      if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || { say "Install as root: apt-get install$missing"; exit 69; }
        as_root=sudo
      fi
      # shellcheck disable=SC2086  # names of packages, one word each
      $as_root apt-get update -qq </dev/null >&2 || say 'apt-get update failed; trying with the lists that are here.'
      # shellcheck disable=SC2086
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $missing </dev/null >&2
      ;;
    brew)
      # shellcheck disable=SC2086
      brew install $missing >&2
      ;;
    none)
      say 'Neither apt-get nor brew is here: install these with your own package manager and try again.'
      exit 69
      ;;
  esac
fi

if [ "$purpose" = test ]; then
  Scripts/python-environments.sh
fi
