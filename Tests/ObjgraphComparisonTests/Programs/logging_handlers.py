# start: handler
# start: logger
# start: record
"""Loggers in a tree, with handlers, filters and formatters."""

import io
import logging


class OnlyImportant(logging.Filter):
    def filter(self, record):
        return record.levelno > logging.INFO


stream = io.StringIO()
logger = logging.getLogger("shop.cart")
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(message)s"))
handler.addFilter(OnlyImportant())
logger.addHandler(handler)
logger.propagate = False
adapter = logging.LoggerAdapter(logger, {"user": ["ann"]})
record = logging.LogRecord("shop.cart", logging.WARNING, "cart.py", 7, "message %s", (["argument"],), None)
adapter.warning("a message")
