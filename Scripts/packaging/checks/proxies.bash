# The proxies that Documentation/install.md configures, in a root of their own: on the machine itself they would start.
# Sourced by Scripts/test-package.

# fenced LANGUAGE: the blocks of that language.
fenced() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/{/^\`\`\`/d;p}" Documentation/install.md; }

installs_proxies() { inside apt-get install -y -q --no-install-recommends nginx-light caddy openssl; }

# With a certificate of a day where Let's Encrypt's would be; everything else as it is written.
satisfies_nginx() {
  local certificates=/etc/letsencrypt/live/debates.example.org
  mkdir -p "$root$certificates"
  inside openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=debates.example.org \
    -keyout "$certificates/privkey.pem" -out "$certificates/fullchain.pem"
  fenced nginx >"$root/etc/nginx/conf.d/palabre.conf"
  mkdir -p "$root/var/cache/nginx"
  inside nginx -T | grep 'proxy_pass http://palabre' >/dev/null
  same "warnings of nginx" '' "$(inside nginx -t -q 2>&1)"
}

satisfies_caddy() {
  fenced caddyfile >"$root/etc/caddy/Caddyfile"
  grep -q reverse_proxy "$root/etc/caddy/Caddyfile"
  inside caddy validate --config /etc/caddy/Caddyfile
  inside caddy fmt /etc/caddy/Caddyfile | diff "$root/etc/caddy/Caddyfile" -
}

check_proxies() {
  make_root proxies
  check "proxies install" installs_proxies
  check "nginx takes the configuration of install.md" satisfies_nginx
  check "Caddy takes the configuration of install.md" satisfies_caddy
}
