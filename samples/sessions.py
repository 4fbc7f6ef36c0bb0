"""A server whose users have all logged out, and one session that is still there: who holds it?

    heapgraph capture python -o sessions.heap.gz samples/sessions.py
    heapgraph backrefs sessions.heap.gz type:Session -o who-holds-it.svg
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
        # Holds nothing alive: an entry goes when its session goes.
        self.recently_seen = weakref.WeakValueDictionary()

    def login(self, user):
        session = Session(user)
        self.sessions[user] = session
        self.recently_seen[user] = session

    def logout(self, user):
        del self.sessions[user]

    def save_at_shutdown(self, session):
        def save():
            print(session.user, session.basket)

        # The leak: the closure holds the session, and nobody takes it out of the list again.
        self.listeners.append(save)


server = Server()
users = ["ada", "grace", "edsger"]
for user in users:
    server.login(user)
server.save_at_shutdown(server.sessions["grace"])
for user in users:
    server.logout(user)
