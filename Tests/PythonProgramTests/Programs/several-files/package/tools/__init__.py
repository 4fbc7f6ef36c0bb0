print("package tools", __name__)
version = "1.0"
_hidden = 1
