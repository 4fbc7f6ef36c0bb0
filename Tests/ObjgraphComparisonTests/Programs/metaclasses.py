# start: Service
# start: service
# start: Registry
"""Metaclasses with attributes, with a __call__, and abstract classes."""

import abc


class Registry(type):
    classes = {}

    def __new__(mcs, name, bases, namespace, **options):
        cls = super().__new__(mcs, name, bases, namespace)
        cls.options = options
        mcs.classes[name] = cls
        return cls

    def __call__(cls, *args):
        made = super().__call__(*args)
        made.made_by = cls
        return made


class Service(metaclass=Registry, kind="base"):
    pass


class Mail(Service, kind="mail"):
    pass


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self):
        pass


class Square(Shape):
    area = 4


service = Mail()
square = Square()
