# start: context
# start: request
# start: variable
"""Context variables, and contexts that keep their values."""

import contextvars

request = ["request"]
variable = contextvars.ContextVar("request", default=["default"])
other = contextvars.ContextVar("other")


def work():
    token = variable.set(request)
    other.set({"request": request})
    return token


context = contextvars.copy_context()
token = context.run(work)
later = context.copy()
