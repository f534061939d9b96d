"""What a period was about: words, trend, places, categories by area, seasons; every figure opens its cases."""
