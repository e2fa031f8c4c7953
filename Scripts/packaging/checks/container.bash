# The Dockerfile, as far as it goes without an engine. Sourced by Scripts/test-package.

is_linted() { hadolint Scripts/packaging/Dockerfile; }

# Its last stage in a fresh root: the same commands, the program where the first stage leaves it.
makes_the_image() {
  install -D -m 0755 "$work/tree/usr/bin/palabre" "$work/built/stage/usr/bin/palabre"
  python3 Scripts/packaging/run-stage Scripts/packaging/Dockerfile "$root" . "$work/built" >"$work/image.json"
}

of_image() { python3 -c 'import json, sys; print(eval(sys.argv[2], {"image": json.load(open(sys.argv[1]))}))' \
  "$work/image.json" "$1"; }

# contain OPTIONS -- COMMAND...: as an engine would start it, without any right. OPTIONS are for mounts in a namespace
# of its own: `HOST INSIDE ro|rw` each.
contain() {
  local mounts=() user
  while [[ $1 != -- ]]; do
    mounts+=("$1" "$2" "$3")
    shift 3
  done
  shift
  user=$(of_image 'image["User"]')
  # shellcheck disable=SC2016 # the inner shell's own
  unshare --mount bash -c '
    root=$1 user=$2 folder=$3 index=$4 count=$5
    shift 5
    while ((count--)); do
      mount --bind "$1" "$root$2" && mount -o "remount,bind,$3" "$root$2" || exit 71
      shift 3
    done
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "PALABRE_INDEX=$index" \
      unshare --mount --pid --fork --kill-child --root="$root" --mount-proc --wd="$folder" -- \
      setpriv --reuid "${user%:*}" --regid "${user#*:}" --clear-groups --no-new-privs --bounding-set=-all -- "$@"' - \
    "$root" "$user" "$(of_image 'image["WorkingDir"]')" "$(of_image 'image["Env"]["PALABRE_INDEX"]')" \
    $((${#mounts[@]} / 3)) "${mounts[@]}" "$@"
}

# By number, since an orchestrator does not read the image's list of users.
has_a_numeric_user() { [[ $(of_image 'image["User"]') =~ ^[1-9][0-9]*:[1-9][0-9]*$ ]]; }

names_what_it_is() {
  same version "$("$program" --version)" "$(of_image 'image["Labels"]["org.opencontainers.image.version"]')"
  same entry palabre "$(of_image 'image["Entrypoint"][0]')"
  same command 'serve --host 0.0.0.0' "$(of_image '" ".join(image["Cmd"])')"
  same volumes '/var/lib/palabre /srv/debates' "$(of_image '" ".join(image["Volumes"])')"
}

image_runs() { same version "$("$program" --version)" "$(contain -- palabre --version)"; }

image_indexes() {
  mkdir "$work/volume"
  chmod 0777 "$work/volume"
  contain "$work/volume" /var/lib/palabre rw "$PWD/Fixtures/Debates" /srv/debates ro -- palabre index /srv/debates
}

image_searches() {
  contain "$work/volume" /var/lib/palabre ro -- palabre search métiers --limit 1 --json |
    python3 -c 'import json, sys; assert len(json.load(sys.stdin)["results"]) == 1'
  same "writing to what is mounted read-only" 73 "$(contain "$work/volume" /var/lib/palabre ro \
    "$PWD/Fixtures/Debates" /srv/debates ro -- palabre index /srv/debates >&2; echo $?)"
}

# What COPY names has to get past Dockerfile.dockerignore, and nothing else of the top level.
sends_what_is_copied() {
  same "files sent" "$(sed -n 's/^COPY \([^-][^ ]*\).*/\1/p' Scripts/packaging/Dockerfile | cut -d / -f 1 | sort -u)" \
    "$(sed -n 's/^!//p' Scripts/packaging/Dockerfile.dockerignore | sort -u)"
}

keeps_nothing_superfluous() {
  same "lists of packages" 0 "$(find "$root/var/lib/apt/lists" -type f | wc -l)"
  same "headers" '' "$(inside dpkg-query -W -f '${db:Status-Status} ${Package}\n' | grep '^installed .*-dev$')"
  same "clients and compilers" '' "$(inside sh -c 'command -v curl; command -v wget; command -v swift; command -v cc')"
}

check_container() {
  make_root image
  check_with hadolint "hadolint finds nothing wrong with the Dockerfile" is_linted
  check "the engine is sent what is copied, and no more" sends_what_is_copied
  check "the Dockerfile's last stage runs" makes_the_image
  check "its user is a number, and not root" has_a_numeric_user
  check "it says what it is and how it starts" names_what_it_is
  check "it holds nothing superfluous" keeps_nothing_superfluous
  check "the program runs as its user" image_runs
  check "it indexes into a volume" image_indexes
  check "it searches a volume that is read-only" image_searches
}
