from first import one

two = one + 1
