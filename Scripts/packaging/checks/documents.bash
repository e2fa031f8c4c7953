# What Documentation/install.md names, and the configuration that is shipped. Sourced by Scripts/test-package.

names_files_that_exist() {
  local file
  while IFS= read -r file; do
    compgen -G "$file*" >/dev/null || { echo "$file: no such file"; return 1; }
  done < <(
    grep -o -E '\b(Scripts|Documentation)/[A-Za-z0-9./-]+[A-Za-z]' Documentation/install.md
    sed -n 's/.*\](\([a-z-]*\.md\).*/Documentation\/\1/p' Documentation/install.md
  )
}

# The configuration that is shipped, with sources as its comment shows them.
ships_a_configuration() {
  sed 's/^#\(sources:\|  - \|    language\|prune\|memory\)/\1/' Scripts/packaging/debian/palabre.yaml \
    >"$work/palabre.yaml"
  "$program" config --config "$work/palabre.yaml" >"$work/settings"
  grep -q '^index  */var/lib/palabre/index ' "$work/settings"
  grep -q '/srv/debates' "$work/settings"
  grep -q '/srv/studio (fr)' "$work/settings"
}

check_documents() {
  check "install.md names files that exist" names_files_that_exist
  check "the example configuration is understood" ships_a_configuration
}
