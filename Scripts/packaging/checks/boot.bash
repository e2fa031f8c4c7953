# The package on a system that runs systemd: units in their sandboxes, an upgrade under way, removal.
# Sourced by Scripts/test-package.

# The system runs Scripts/packaging/checks/boot-trial when it is up, and goes down.
prepare_system() {
  inside apt-get install -y -q --no-install-recommends systemd-sysv dbus
  # What the package depends on comes along, and stays.
  install_package "$package"
  inside dpkg --purge palabre
  mkdir -p "$root/trial" "$root/srv/debates"
  cp Fixtures/Debates/* "$root/srv/debates/"
  cp "$package" "$root/trial/first.deb"
  cp "$upgrade" "$root/trial/later.deb"
  cp Scripts/packaging/checks/boot-trial "$root/trial/run"
  cat >"$root/etc/systemd/system/trial.service" <<END
[Unit]
After=multi-user.target
[Service]
Type=oneshot
ExecStart=/bin/bash /trial/run
ExecStopPost=/bin/systemctl --no-block poweroff
[Install]
WantedBy=graphical.target
END
  inside systemctl enable trial.service
  inside systemctl set-default graphical.target
}

runs_system() {
  timeout --kill-after=10 180 systemd-nspawn --quiet --directory="$root" --register=no --keep-unit --private-network \
    --console=pipe --boot >"$work/console" 2>&1 </dev/null || tail -n 20 "$work/console"
  [[ -e $root/trial/results ]]
}

# said_why NAME: fails, with what the check said there.
said_why() {
  cat "$root/trial/$1.said"
  return 1
}

# Each line of the results is `ok NAME`, `FAILED NAME` or `skipped NAME`; the last is `end`.
tell_results() {
  local line
  [[ $(tail -n 1 "$root/trial/results") == end ]] || echo "FAILED the trial came to its end" >>"$root/trial/results"
  while IFS= read -r line; do
    case $line in
      end) ;;
      'ok '*) check "${line#ok }" true ;;
      'FAILED '*) check "${line#FAILED }" said_why "${line#FAILED }" ;;
      'skipped '*) skip "${line#skipped }" "the program has no such command" ;;
    esac
  done <"$root/trial/results"
}

check_boot() {
  make_root boot
  if [[ -z ${upgrade:-} ]]; then
    check "an upgrade is built" build_upgrade
    upgrade=$(echo "$work"/later/palabre_*.deb)
  fi
  check "a system is prepared" prepare_system
  check "it boots, and goes down" runs_system
  if [[ -e $root/trial/results ]]; then tell_results; fi
}
