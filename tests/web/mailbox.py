"""A mail server on this computer that keeps what it takes and refuses whom it is told to."""

import socketserver
import threading
from contextlib import contextmanager


class Mailbox(socketserver.ThreadingTCPServer):
    """Letters it has taken, and the addresses it refuses."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Talk)
        self.letters = []
        self.refused = set()

    @property
    def address(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())

    def handle(self):
        self.say("220 mailbox")
        while line := self.rfile.readline().decode().strip():
            word = line[:4].upper()
            if word == "DATA":
                self.say("354 go on")
                self.server.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
                self.say("250 taken")
            elif word == "QUIT":
                self.say("221 bye")
                return
            elif word == "RCPT" and line.partition("<")[2].rstrip(">") in self.server.refused:
                self.say("550 no such user")
            else:
                self.say("250 ok")


@contextmanager
def open_mailbox():
    """Run a mail server as long as the block runs."""
    with Mailbox() as mailbox:
        thread = threading.Thread(target=mailbox.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield mailbox
        mailbox.shutdown()
        thread.join()
