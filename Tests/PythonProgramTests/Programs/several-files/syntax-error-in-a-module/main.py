print("main runs first")
import wrong
