# start: shop.cart.basket
# start: shop
# start: shop.stock.Item
"""A package of two modules that refer to each other."""

import os
import shutil
import sys
import tempfile

folder = tempfile.mkdtemp()
os.mkdir(os.path.join(folder, "shop"))
for name, source in {
    "__init__": "name = 'shop'\nfrom . import stock, cart\n",
    "stock": "class Item:\n    def __init__(self, name):\n        self.name = name\n\nitems = [Item('tea'), Item('jam')]\n",
    "cart": "from .stock import items\n\nclass Basket:\n    def __init__(self, items):\n        self.items = items\n"
            "\nbasket = Basket(items)\n",
}.items():
    with open(os.path.join(folder, "shop", name + ".py"), "w") as file:
        file.write(source)
sys.path.insert(0, folder)
try:
    import shop
finally:
    sys.path.remove(folder)
    shutil.rmtree(folder)
    del file, name, source
