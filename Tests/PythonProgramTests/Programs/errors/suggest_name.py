import math

total_count = 5


def report():
    local_value = 3
    print(total_count + local_value)
    return total_cuont + local_value


report()
