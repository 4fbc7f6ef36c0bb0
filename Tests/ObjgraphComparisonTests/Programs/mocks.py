# start: mock
# start: spied
"""Mock objects, which answer to everything."""

from unittest import mock as tools


class Shop:
    def __init__(self):
        self.items = []

    def sell(self, item):
        self.items.remove(item)


mock = tools.Mock(spec=Shop)
mock.sell("tea")
spied = tools.Mock(wraps=Shop())
spied.sell.return_value = ["sold"]
