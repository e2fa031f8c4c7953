# The package as a file. Sourced by Scripts/test-package.

build_packages() {
  Scripts/package --for-tests --program "$program" --output "$work/first" >/dev/null
  Scripts/package --for-tests --program "$program" --output "$work/second" >/dev/null
  package=$(echo "$work"/first/palabre_*.deb)
  dpkg-deb -x "$package" "$work/tree"
  dpkg-deb -e "$package" "$work/control"
}

build_upgrade() {
  local version
  version=$("$program" --version)+later
  Scripts/package --for-tests --program "$program" --version "$version" --output "$work/later"
  upgrade=$(echo "$work"/later/palabre_*.deb)
  same version "$version" "$(dpkg-deb -f "$upgrade" Version)"
  same "signed entries" 2 "$(dpkg-deb --fsys-tarfile "$upgrade" | tar -xO ./usr/share/doc/palabre/changelog.gz | zcat |
    grep -c '^ -- Palabre maintainers <')"
}

is_reproducible() {
  same packages 1 "$(find "$work/first" "$work/second" -name '*.deb' -exec sha256sum {} + | cut -d ' ' -f 1 | sort -u |
    wc -l)"
}

# A root of ours has the usual owners; the modes are those that anybody may see.
has_root_as_owner() {
  same owners root/root "$(dpkg-deb -c "$package" | awk '{print $2}' | sort -u)"
  same modes $'-rw-r--r--\n-rwxr-xr-x\ndrwxr-xr-x' "$(dpkg-deb -c "$package" | awk '{print $1}' | LC_ALL=C sort -u)"
}

has_sums_of_all() {
  (cd "$work/tree" && md5sum --quiet -c "$work/control/md5sums")
  same files "$(cd "$work/tree" && find . -type f ! -path './etc/*' | wc -l)" "$(wc -l <"$work/control/md5sums")"
}

passes_lintian() {
  local tags=()
  # A program that is linked to Swift's libraries has their folder as its run path.
  if ldd "$program" | grep -q libswift; then tags=(--suppress-tags custom-library-search-path); fi
  lintian --allow-root --fail-on error,warning "${tags[@]}" "$package"
}

packages_of_dockerfile() {
  sed -n '/apt-get install/,/rm -rf/s/^ *\([a-z0-9.+-]*\) \\$/\1/p' Scripts/packaging/Dockerfile | sort
}

# libc6 is in every image, and the program that makes the user is not needed where the image has made it.
packages_of_control() {
  dpkg-deb -f "$package" Depends | tr ',' '\n' | awk '{print $1}' | grep -v -x -e libc6 -e systemd | sort
}

# By the program's own table: libraries of libraries are for those to depend on.
packages_of_ldd() {
  local library file
  {
    echo tzdata
    for library in $(objdump -p "$program" | awk '/NEEDED/ {print $2}' | grep -v -e swift -i -e foundation -e dispatch \
      -e blocksruntime -e ld-linux); do
      file=$(realpath "$(ldd "$program" | awk -v name="$library" '$1 == name {print $3}')")
      # Where /lib is a link to /usr/lib, some packages still name the first.
      dpkg-query -S "$file" 2>/dev/null || dpkg-query -S "${file#/usr}"
    done | sed 's/:.*//' | grep -v -x libc6
  } | sort -u
}

names_the_same_packages() {
  same "Depends and the Dockerfile" "$(packages_of_dockerfile)" "$(packages_of_control)"
  same "Depends and ldd" "$(packages_of_ldd)" "$(packages_of_control)"
}

credits_what_is_inside() {
  local folder
  for folder in .build/checkouts/*/; do
    grep -q "checkouts/$(basename "$folder")/" "$work/tree/usr/share/doc/palabre/copyright" ||
      { echo "$(basename "$folder") is not in Scripts/packaging/debian/copyright"; return 1; }
  done
}

has_pages_that_lint() {
  local page name commands
  commands=$("$program" --help | sed -n '/SUBCOMMANDS/,$s/^  \([a-z]*\)  .*/\1/p')
  for name in '' $commands; do
    page=$work/tree/usr/share/man/man1/palabre${name:+.$name}.1.gz
    zcat "$page" | groff -mandoc -Tutf8 -ww -P-cbou >"$work/page" 2>"$work/warnings"
    same "warnings of $(basename "$page")" '' "$(cat "$work/warnings")"
    grep -q "palabre${name:+ $name}" "$work/page"
  done
}

has_completions() {
  bash -n "$work/tree/usr/share/bash-completion/completions/palabre"
  head -n 1 "$work/tree/usr/share/zsh/vendor-completions/_palabre" | grep -q '^#compdef palabre'
  if command -v zsh >/dev/null; then zsh -n "$work/tree/usr/share/zsh/vendor-completions/_palabre"; fi
  if command -v fish >/dev/null; then fish -n "$work/tree/usr/share/fish/vendor_completions.d/palabre.fish"; fi
}

names_the_installed_program() {
  local unit
  for unit in "$work"/tree/lib/systemd/system/palabre-*.service; do
    grep -q '^ExecStart=/usr/bin/palabre ' "$unit"
  done
  ! grep -r /usr/local "$work/tree/lib" "$work/tree/usr/lib"
}

# 0 is shut in wholly, 100 not at all. `verify` has no manual pages to look for here.
is_shut_in() {
  local unit
  for unit in "$work"/tree/lib/systemd/system/palabre-*.service; do
    systemd-analyze security --offline=yes --threshold=15 --no-pager "$unit"
  done
}

check_package() {
  check "two builds give the same bytes" is_reproducible
  check "everything belongs to root" has_root_as_owner
  check "every file has its sum" has_sums_of_all
  check_with lintian "lintian finds no error and no warning" passes_lintian
  check "package, Dockerfile and ldd name the same libraries" names_the_same_packages
  check "the copyright file names every Swift package" credits_what_is_inside
  check_with groff "every command has a page, and groff finds nothing wrong" has_pages_that_lint
  check "completions can be read" has_completions
  check "units start the program where it is installed" names_the_installed_program
  check_with systemd-analyze "services are shut in" is_shut_in
}
