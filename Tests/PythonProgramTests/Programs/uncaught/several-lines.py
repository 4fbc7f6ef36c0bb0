def function(
    first,
    second,
):
    return (
        first["one"]
        + second[
            "two"
        ]
        + first["three"]
    )


result = function(
    {"one": 1},
    {"two": 2},
)
