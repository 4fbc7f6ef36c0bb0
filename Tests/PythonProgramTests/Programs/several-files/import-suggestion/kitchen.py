kettle = "kettle"
toaster = "toaster"
