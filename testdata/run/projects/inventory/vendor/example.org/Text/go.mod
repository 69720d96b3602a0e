module example.org/Text
