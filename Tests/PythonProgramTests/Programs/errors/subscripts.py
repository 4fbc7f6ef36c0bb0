data = {"users": [{"name": "ada", "tags": ["x"]}, {"name": "bob", "tags": None}]}


def tag(index):
    return data["users"][index]["tags"][0]


print(tag(0))
print("tag: " + tag(1))
