"""A site that is not ours: it has the recordings that pages play, and pages that carry our box."""

import http.server
import io
import re
import threading
import wave

SECONDS = 600


def silence():
    """Ten minutes of it, as WAV: 8-bit samples, 1,000 a second."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(1000)
        file.writeframes(b"\x80" * 1000 * SECONDS)
    return made.getvalue()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers ranges, without which players cannot jump; on /page/..., pages that the tests wrote."""

    recording = silence()

    def do_GET(self):
        page = self.server.pages.get(self.path)
        if page is not None:
            return self.send(200, page.encode(), {"Content-Type": "text/html; charset=utf-8",
                                                  "Content-Security-Policy": self.server.policy})
        if self.path == "/favicon.ico":
            return self.send(204, b"", {})
        total = len(self.recording)
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first = int(wanted[1]) if wanted else 0
        last = min(int(wanted[2]) if wanted and wanted[2] else total - 1, total - 1)
        fields = {"Content-Type": "audio/wav", "Accept-Ranges": "bytes"}
        if wanted:
            fields["Content-Range"] = f"bytes {first}-{last}/{total}"
        self.send(206 if wanted else 200, self.recording[first:last + 1], fields)

    def send(self, status, body, fields):
        self.send_response(status)
        for name, value in {**fields, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            # A player that has enough hangs up.
            pass

    def log_message(self, *_):
        pass


class OtherSite:
    """It is there, on a port of its own, from its start to its end as a context."""

    def __enter__(self):
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.pages = {}
        self._server.policy = ""
        self.host = f"127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def put(self, path, html, policy):
        """A page of this site, under a Content Security Policy."""
        self._server.pages[path] = html
        self._server.policy = policy
        return f"http://{self.host}{path}"
