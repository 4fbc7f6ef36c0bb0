# Books and readers who know each other weakly; counts and deaths at each step.
import gc
import sys
import weakref


class Book:
    def __init__(self, title):
        self.title = title
        self._reader = None

    @property
    def reader(self):
        return self._reader and self._reader()

    def __del__(self):
        print("pulped:", self.title)


class Reader:
    def __init__(self, name):
        self.name = name
        self.books = []

    def borrow(self, book):
        book._reader = weakref.ref(self, lambda reference: print("a reader of", book_title, "is gone"))
        book_title = book.title
        self.books.append(book)

    def __del__(self):
        print("moved away:", self.name)


gc.collect()
shelf = [Book("Bees"), Book("Ants"), Book("Wasps")]
ada = Reader("Ada")
for book in shelf[:2]:
    ada.borrow(book)
print(sys.getrefcount(ada), sys.getrefcount(shelf[0]), sys.getrefcount(shelf[1]), sys.getrefcount(shelf[2]))
print(shelf[0].reader.name, shelf[2].reader)
print(weakref.getweakrefcount(ada))
shelf.pop(0)
print("shelf:", [each.title for each in shelf])
ada = None
print("after Ada")
print(shelf[0].reader)
del book
print("after book")
shelf[1].next = shelf[0]
shelf[0].next = shelf[1]
del shelf
print("after shelf")
print(gc.collect(), gc.collect())
