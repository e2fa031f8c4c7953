# The package installed in a root of its own. Sourced by Scripts/test-package.

# One small system of the suite that this machine has, so that the program finds the libraries it is linked to.
make_base() {
  local suite
  suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  echo "making a $suite root"
  mmdebstrap --quiet --variant=minbase --skip=cleanup/apt/lists "$suite" "$work/base" 2>"$work/mmdebstrap" ||
    { tail -n 3 "$work/mmdebstrap"; return 1; }
}

# make_root NAME: a copy of the base, with Swift's libraries where the program is linked to them and looks for them.
make_root() {
  root=$work/$1
  cp -a "$work/base" "$root"
  ldd "$program" | awk '/libswift|Foundation|dispatch|BlocksRuntime/ {print $3}' |
    while read -r library; do install -D -m 0644 "$library" "$root$library"; done
}

# inside COMMAND...: in the root, with its own processes.
inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    unshare --mount --pid --fork --kill-child --root="$root" --mount-proc -- "$@"
}

as() {
  local user=$1
  shift
  inside setpriv --reuid "$user" --regid "$(inside id -g "$user")" --init-groups -- "$@"
}

install_package() {
  cp "$1" "$root/palabre.deb"
  inside apt-get install -y -q --no-install-recommends -o Dpkg::Use-Pty=0 /palabre.deb
  rm "$root/palabre.deb"
}

status_of() { inside stat -c '%a %U:%G' "$1"; }

has_user() {
  same home /var/lib/palabre "$(inside getent passwd palabre | cut -d : -f 6)"
  same shell /usr/sbin/nologin "$(inside getent passwd palabre | cut -d : -f 7)"
  inside getent group palabre
  # A system user, with no password to guess.
  (($(inside id -u palabre) < 1000))
  [[ $(inside getent shadow palabre | cut -d : -f 2) == '!'* ]]
}

has_modes() {
  same program '755 root:root' "$(status_of /usr/bin/palabre)"
  same state '750 palabre:palabre' "$(status_of /var/lib/palabre)"
  same configuration '640 root:palabre' "$(status_of /etc/palabre/palabre.yaml)"
}

enables_nothing() { same "enabled units" '' "$(find "$root/etc/systemd" -name '*palabre*')"; }

# `verify` knows no root of another system that does not run; here it is inside.
verifies_units() {
  # It is quiet where nothing is wrong.
  same "words of systemd-analyze" '' "$(inside systemd-analyze verify --man=no \
    /lib/systemd/system/palabre-{index,serve}.service /lib/systemd/system/palabre-index.timer 2>&1)"
}

runs() { same version "$("$program" --version)" "$(as nobody palabre --version)"; }

configure() {
  mkdir -p "$root/srv/debates"
  cp Fixtures/Debates/* "$root/srv/debates/"
  cat >>"$root/etc/palabre/palabre.yaml" <<END
# Edited by the operator.
sources:
  - /srv/debates
END
}

command_of() { sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/$1"; }

# What the timer does, as the user and with the mask of the unit.
indexes() {
  same user palabre "$(sed -n 's/^User=//p' "$root/lib/systemd/system/palabre-index.service")"
  # shellcheck disable=SC2046 # words of a command
  as palabre sh -c "umask $(sed -n 's/^UMask=//p' "$root/lib/systemd/system/palabre-index.service") && exec \"\$@\"" - \
    $(command_of palabre-index.service)
}

# Who is in the group searches and cannot write; who is not sees nothing.
searches() {
  inside useradd --system --groups palabre reader
  same "debates for the group" 1 "$(as reader palabre search métiers --index /var/lib/palabre/index --limit 1 --json |
    python3 -c 'import json, sys; print(len(json.load(sys.stdin)["results"]))')"
  same "writing for the group" 73 "$(as reader palabre index /srv/debates --index /var/lib/palabre/index >&2; echo $?)"
  same "searching for others" 66 "$(as nobody palabre search métiers --index /var/lib/palabre/index >&2; echo $?)"
}

upgrades() {
  install_package "$upgrade"
  same version "$(dpkg-deb -f "$upgrade" Version)" "$(inside dpkg-query -W -f '${Version}' palabre)"
  grep -q 'Edited by the operator' "$root/etc/palabre/palabre.yaml"
  has_modes
}

# The operator's word holds: a mode that was changed is not changed back.
keeps_modes() {
  chmod 0600 "$root/etc/palabre/palabre.yaml"
  install_package "$upgrade"
  inside dpkg-reconfigure palabre
  same configuration '600 root:palabre' "$(status_of /etc/palabre/palabre.yaml)"
}

removes() {
  inside apt-get remove -y -q palabre
  same "what is left" "$(printf '%s\n' /etc/palabre /etc/palabre/palabre.yaml /var/lib/palabre)" \
    "$(cd "$root" && find . -xdev \( -path ./var/lib/dpkg -o -path './var/lib/systemd/deb-systemd-helper-*' \) -prune \
      -o -name '*palabre*' -print | sed 's/^\.//' | LC_ALL=C sort)"
  [[ -e $root/var/lib/palabre/index/CURRENT ]]
}

purges() {
  echo '{"id": "kept", "title": ""}' >"$root/var/lib/palabre/debates.ndjson"
  echo kept >"$root/var/lib/palabre/index/notes.txt"
  inside apt-get purge -y -q palabre
  same "what is left" "$(printf '%s\n' /var/lib/palabre /var/lib/palabre/debates.ndjson /var/lib/palabre/index \
    /var/lib/palabre/index/notes.txt)" "$(cd "$root" && find . -xdev -name '*palabre*' -o -path './var/lib/palabre/*' |
      sed 's/^\.//' | LC_ALL=C sort)"
  inside getent passwd palabre
}

# A second life, and an end with nothing of the operator's in the way.
purges_wholly() {
  rm -rf "$root"/var/lib/palabre/*
  install_package "$package"
  configure
  indexes
  inside apt-get purge -y -q palabre
  same "what is left" '' "$(cd "$root" && find . -xdev -name '*palabre*')"
}

check_root() {
  make_root installed
  check "it installs with what it depends on" install_package "$package"
  check "user and group are there" has_user
  check "folders and configuration have their owners and modes" has_modes
  check "nothing is enabled before it is configured" enables_nothing
  check "systemd understands the units" verifies_units
  check "the program runs" runs
  check "the configuration is edited" configure
  check "the unit's command indexes as its user" indexes
  check "the group reads the index, and nobody else" searches
  check "an upgrade is built" build_upgrade
  upgrade=$(echo "$work"/later/palabre_*.deb)
  check "an upgrade keeps what was edited" upgrades
  check "an upgrade keeps a changed mode" keeps_modes
  check "removal keeps configuration and index" removes
  check "purging keeps what is not Palabre's" purges
  check "purging leaves nothing else" purges_wholly
}
