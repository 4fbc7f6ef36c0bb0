import objgraph


class Broken:
    def __repr__(self):
        raise ValueError("no text")


class Wrong:
    def __repr__(self):
        return 5


class Long:
    def __repr__(self):
        return "a very long text that goes on and on and on " * 3


class Quoted:
    def __repr__(self):
        return 'says "hello"\\n\nand a second line\0'


class Falsy:
    def __len__(self):
        return 0

    def method(self):
        pass


objgraph.show_refs([[Broken(), Wrong(), Long(), Quoted(), Falsy().method, "é€😀", b"\x00\xff", 'it\'s "quoted"', "line\nline", 10 ** 60]], max_depth=1, filename="labels.dot")
