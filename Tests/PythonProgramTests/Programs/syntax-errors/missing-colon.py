def function()
    return 1
