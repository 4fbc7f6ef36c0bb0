class Reason:
    def __str__(self):
        return "reason as text"


raise SystemExit(Reason())
