import objgraph


def function(first, second=[1000], *, third={"k": [1001]}):
    """A text."""
    local = "constant"
    return local


function.attribute = ["of the function"]
anonymous = lambda x=[1002]: x


def own(each):
    return not (isinstance(each, dict) and "__name__" in each)


objgraph.show_refs([function], max_depth=3, filename="function.dot", filter=lambda each: own(each) and type(each).__name__ != "code", too_many=20)
objgraph.show_refs([anonymous], max_depth=2, filename="lambda.dot", filter=lambda each: own(each) and type(each).__name__ != "code")
objgraph.show_backrefs([function.__defaults__[0]], max_depth=2, filename="backrefs.dot", filter=own)
