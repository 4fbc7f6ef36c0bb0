import storage


class ServiceError(Exception):
    pass


class Service:
    def handle(self, key):
        try:
            return storage.fetch(key)
        except KeyError as error:
            raise ServiceError(f"no {key!r}") from error
