import objgraph


class Base:
    def method(self):
        pass


class Left(Base):
    def method(self):
        return super().method()


class Right(Base):
    pass


class Bottom(Left, Right):
    pass


def structure(each):
    return isinstance(each, (type, tuple)) and each not in (object, type)


objgraph.show_refs([Bottom], max_depth=3, filename="up.dot", filter=structure)
objgraph.show_backrefs([Base], max_depth=3, filename="down.dot", filter=structure, too_many=20)
