# start: task
# start: queue
# start: consumer_task
"""Tasks that wait for a future, a queue and each other."""

import asyncio


async def wait_for(future, label):
    notes = [label]
    result = await future
    notes.append(result)
    return notes


async def consume(queue):
    seen = []
    while True:
        seen.append(await queue.get())


async def set_up():
    global future, queue, task, consumer_task, gathered
    future = asyncio.get_running_loop().create_future()
    queue = asyncio.Queue()
    task = asyncio.ensure_future(wait_for(future, "label"))
    consumer_task = asyncio.ensure_future(consume(queue))
    gathered = asyncio.gather(task, wait_for(future, "second"))
    queue.put_nowait(["an item"])
    await asyncio.sleep(0)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(set_up())
