#!/usr/bin/env bash
# A private PostgreSQL for one run of the tests: on loopback, on a free port, in a temporary folder, without fsync.
#
#   postgres.sh start OWNER   prints the folder and the connection string, one line each; ends by itself with the process OWNER
#   postgres.sh crash FOLDER  stops it as a crash does and starts it again on the same port
#   postgres.sh stop FOLDER   stops it at once and removes the folder
set -euo pipefail

self=$(readlink -f "${BASH_SOURCE[0]}")
bin=$(find /usr/lib/postgresql -path '*/bin/initdb' -printf '%h\n' 2> /dev/null | sort -V | tail -1)
if [ -z "$bin" ]; then
  echo "PostgreSQL is not installed: apt-get install postgresql (./dev test does it where it may)." >&2
  exit 1
fi

# PostgreSQL refuses to run as root, so root lends it the user that Debian made for it.
as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  local port
  while port=$((20000 + RANDOM)); (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
  echo "$port"
}

start() {
  local owner=$1 folder port
  folder=$(mktemp -d "${TMPDIR:-/tmp}/training-postgres.XXXXXX")
  [ "$(id -u)" != 0 ] || chown postgres: "$folder"
  cd "$folder"
  as_server "$bin/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync > "$folder.log" 2>&1 \
    || { cat "$folder.log" >&2; exit 1; }
  cat >> "$folder/data/postgresql.conf" <<- SETTINGS
	listen_addresses = '127.0.0.1'
	unix_socket_directories = ''
	max_connections = 300
	fsync = off
	synchronous_commit = off
	full_page_writes = off
	autovacuum = off
	SETTINGS

  # Somebody may take the port between the question and the start: then the next one is tried.
  for _ in 1 2 3 4 5; do
    port=$(free_port)
    if as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -o "-p $port" -w -t 60 start >> "$folder.log" 2>&1; then
      # Also when the owner is killed without a chance to tidy up.
      setsid bash -c 'tail --pid="$1" -f /dev/null; "$2" stop "$3"' _ "$owner" "$self" "$folder" < /dev/null > /dev/null 2>&1 &
      echo "$folder"
      echo "Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return
    fi
  done

  cat "$folder.log" "$folder/log" >&2 || true
  stop "$folder"
  echo "PostgreSQL does not start; what it said stands above." >&2
  exit 1
}

crash() {
  cd "$1"
  as_server "$bin/pg_ctl" -D "$1/data" -l "$1/log" -m immediate -w -t 60 restart >> "$1.log" 2>&1
}

stop() {
  local folder=$1
  [ -d "$folder/data" ] || return 0
  cd "$folder"
  as_server "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1 || true
  cd /
  rm -rf "$folder" "$folder.log"
}

case "${1:-}" in
  start | crash | stop) "$@" ;;
  *) sed -n '2,7s/^# \{0,1\}//p' "$self" >&2; exit 2 ;;
esac
