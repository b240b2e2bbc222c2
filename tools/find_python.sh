#!/bin/sh
# Print the first Python that can build the course's environment: `find_python.sh [CANDIDATE ...]`.
# Each candidate is run, not only found: a name on the path may be a stand-in that starts nothing.
can_build='import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))'
for candidate in "${@:-}"; do
    if [ -n "$candidate" ] && "$candidate" -c "$can_build" 2>/dev/null; then
        command -v "$candidate"
        exit 0
    fi
done
echo "swteach needs Python 3.11 to 3.14 with its venv module; tried: $*." \
    "Install one (Debian, Ubuntu: apt-get install python3 python3-venv), or name one: make lab PYTHON=/path/to/python3" >&2
exit 1
