from service import Service

service = Service()
print(service.handle(2))
print(service.handle("two"))
