"""A server that forgets nothing: a session should be gone, and something still holds it.

    heapgraph capture python -o sessions.heap.gz samples/sessions.py
    heapgraph backrefs sessions.heap.gz leaked -o who.svg
    heapgraph chain sessions.heap.gz type:Session
"""

import weakref


class Session:
    def __init__(self, user):
        self.user = user
        self.basket = []


class Server:
    def __init__(self):
        self.sessions = {}
        self.listeners = []
        # Holds nothing alive: entries go when their session goes.
        self.recently_seen = weakref.WeakValueDictionary()

    def login(self, user):
        session = Session(user)
        self.sessions[user] = session
        self.recently_seen[user] = session

        def on_shutdown():
            session.basket.clear()

        # The leak: the listener's closure holds the session, and nobody takes it out again.
        self.listeners.append(on_shutdown)
        return session

    def logout(self, user):
        del self.sessions[user]


server = Server()
for user in ("ada", "grace", "edsger"):
    server.login(user)
server.logout("grace")

leaked = weakref.ref(server.recently_seen["grace"])
