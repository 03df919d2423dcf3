"""A bot that says one word over REST and counts it in /metrics: the least that the bench can ask."""

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    turns = 0

    def do_GET(self) -> None:
        self._say(f'vigie_turns_total{{outcome="answered"}} {self.turns}.0\n'.encode())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        Handler.turns += 1
        until = time.process_time() + 0.002  # work that can be seen in processor time
        while time.process_time() < until:
            pass
        self._say(json.dumps([{"text": "oui"}]).encode())

    def _say(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
