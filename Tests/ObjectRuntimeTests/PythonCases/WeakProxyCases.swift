import ObjectRuntime
import Testing

/// What a proxy passes on to its object.
struct WeakProxyCases {
  private func checkAttributes(_ space: ObjectSpace, _ object: ObjectHandle, _ proxy: ObjectHandle) throws {
    for value in [1, 2] {
      try object.set("foo", to: value)
      #expect(try space.number(proxy.get("foo")) == value)
    }
    try object.remove("foo")
    #expect(try !space.hasAttribute("foo", of: proxy))
    for value in [1, 2] {
      try proxy.set("foo", to: value)
      #expect(try space.number(object.get("foo")) == value)
    }
    try proxy.remove("foo")
    #expect(try !space.hasAttribute("foo", of: object))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_basic_proxy"))
  func `attributes and elements are those of the object`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    try checkAttributes(space, object, space.weakProxy(to: object))

    let type = try space.defineClass("UserList", bases: [space.builtinClass("list")])
    let list = try space.make(type)
    let proxy = try space.weakProxy(to: list)
    #expect(try !space.isTrue(proxy))
    try space.append(12, to: proxy)
    #expect(try space.count(of: list) == 1)
    #expect(try space.isTrue(proxy))
    try space.removeAll(from: proxy)
    try space.append(2, to: proxy)
    try space.append(3, to: proxy)
    #expect(try space.count(of: proxy) == 2)
    #expect(try space.contains(3, in: proxy))
    try space.setElement(1, of: proxy, to: 5)
    #expect(try space.number(space.element(1, of: list)) == 5)
    #expect(try space.number(space.element(1, of: proxy)) == 5)
    let same = try space.make(type, list)
    #expect(try space.isEqual(proxy, space.weakProxy(to: same)))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_proxy_ref"))
  func `a dead proxy raises at each use, and its callback was called`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let type = try space.defineClass("C")
    let object = try space.make(type)
    try object.set("bar", to: 1)
    let callback = try space.noting("called", in: notes)
    let proxies = [
      try space.weakProxy(to: object, callback: callback),
      try space.weakProxy(to: object, callback: callback),
    ]
    try object.release()
    for proxy in proxies { #expect(thrown { _ = try proxy.get("bar") } == .referenceError) }
    let passing = try space.make(type)
    let plain = try space.weakProxy(to: passing)
    try passing.release()
    #expect(thrown { _ = try space.isTrue(plain) } == .referenceError)
    #expect(thrown { _ = try space.count(of: plain) } == .referenceError)
    #expect(notes.entries.count == 2)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_proxy_repr"))
  func `a proxy's text names the class of its object, or that it is dead`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C", module: "test"))
    let proxy = try space.weakProxy(to: object, callback: space.function("callback") { _ in nil })
    #expect(proxy.description.contains(#/^<weakproxy at 0x[0-9a-f]+; to 'test\.C' at 0x[0-9a-f]+>$/#))
    try object.release()
    #expect(proxy.description.contains(#/^<weakproxy at 0x[0-9a-f]+; dead>$/#))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_callable_proxy"))
  func `a proxy of a callable is callable`() throws {
    let space = try ObjectSpace.quiet()
    let call = try space.function("__call__", parameters: ["self", "x"]) { arguments throws(ObjectError) in
      try arguments[0].set("bar", to: arguments[1])
      return nil
    }
    let object = try space.make(space.defineClass("Callable", attributes: ["__call__": call]))
    let proxy = try space.weakProxy(to: object)
    try checkAttributes(space, object, proxy)
    #expect(try space.typeName(of: proxy) == "CallableProxyType")
    try space.call(proxy, ["twinkies!"])
    #expect(try space.text(of: object.get("bar")) == "twinkies!")
    try space.call(proxy, keywords: ["x": "Splat."])
    #expect(try space.text(of: object.get("bar")) == "Splat.")
    #expect(thrown { try space.call(proxy) } == .typeError)
    #expect(thrown { try space.call(proxy, [1, 2, 3]) } == .typeError)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_proxy_deletion"))
  func `an element is deleted through a proxy`() throws {
    let space = try ObjectSpace.quiet()
    let delete = try space.function("__delitem__") { arguments throws(ObjectError) in
      try arguments[0].set("result", to: arguments[1])
      return nil
    }
    let object = try space.make(space.defineClass("Foo", attributes: ["__delitem__": delete]))
    let proxy = try space.weakProxy(to: object)
    try space.removeElement(0, of: proxy)
    #expect(try space.number(proxy.get("result")) == 0)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_proxy_bool"))
  func `a proxy is as true as its object`() throws {
    let space = try ObjectSpace.quiet()
    let list = try space.make(space.defineClass("List", bases: [space.builtinClass("list")]))
    let proxy = try space.weakProxy(to: list)
    #expect(try space.isTrue(proxy) == space.isTrue(list))
    try space.append(1, to: list)
    #expect(try space.isTrue(proxy))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_proxy_hash"))
  func `a proxy has no hash, whether its object has one or not`() throws {
    let space = try ObjectSpace.quiet()
    let hash = try space.function("__hash__") { _ in 42 }
    let hashed = try space.make(space.defineClass("MyObj", attributes: ["__hash__": hash]))
    #expect(try space.hash(of: hashed) == 42)
    #expect(thrown { _ = try space.hash(of: space.weakProxy(to: hashed)) } == .typeError)
    let bare = try space.make(space.defineClass("MyObj", attributes: ["__hash__": space.noneObject]))
    #expect(thrown { _ = try space.hash(of: space.weakProxy(to: bare)) } == .typeError)
  }
}
