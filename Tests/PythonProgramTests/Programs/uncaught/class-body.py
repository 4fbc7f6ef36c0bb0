class Settings:
    base = 10
    limit = base * factor


print(Settings.limit)
